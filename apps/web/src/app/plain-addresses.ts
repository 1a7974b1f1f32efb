import { DefaultUrlSerializer, type UrlTree } from '@angular/router';

/** Reads addresses as the pages do: a parameter that is given more than once is what it says first, never a list. */
export class PlainAddresses extends DefaultUrlSerializer {
  override parse(url: string): UrlTree {
    const tree = super.parse(url);
    for (const [name, value] of Object.entries<unknown>(tree.queryParams)) {
      if (Array.isArray(value)) tree.queryParams[name] = value[0] as unknown;
    }
    return tree;
  }
}
