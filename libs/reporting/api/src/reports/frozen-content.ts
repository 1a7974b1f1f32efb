import { RevisionContent } from '@malspar/reporting-model';
import { jsonInText } from '@malspar/shared-api';

/** What a revision says, of the canonical JSON that its hash is of. */
export const frozenContent = jsonInText.pipe(RevisionContent);
