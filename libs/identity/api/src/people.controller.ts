import { Me, Person } from '@malspar/identity-model';
import { CurrentPrincipal, Permission } from '@malspar/shared-api';
import { pageOf, PageQuery, type Principal } from '@malspar/shared-model';
import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import type * as z from 'zod';
import { MeService } from './me.service.js';
import { PersonService } from './person.service.js';

const People = pageOf(Person);

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PersonService,
    private readonly meService: MeService,
  ) {}

  @Get('me')
  @Permission('me.read')
  @SerializeOptions({ schema: Me })
  me(@CurrentPrincipal() who: Principal): Promise<Me> {
    return this.meService.me(who);
  }

  @Get('people')
  @Permission('people.read')
  @SerializeOptions({ schema: People })
  async page(@Query({ schema: PageQuery }) query: PageQuery): Promise<z.infer<typeof People>> {
    return { ...query, ...(await this.people.page(query.page, query.limit)) };
  }
}
