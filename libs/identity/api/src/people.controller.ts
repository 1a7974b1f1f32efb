import { ListedPerson, PeopleQuery, PersonAccess } from '@malspar/identity-model';
import { CurrentPrincipal, Permission } from '@malspar/shared-api';
import { Me, pageOf, type Principal } from '@malspar/shared-model';
import { Controller, Get, HttpCode, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import * as z from 'zod';
import { MeService } from './me.service.js';
import { PersonAccessService } from './person-access.service.js';
import { PersonService } from './person.service.js';

const People = pageOf(ListedPerson);

@Controller()
export class PeopleController {
  constructor(
    private readonly people: PersonService,
    private readonly access: PersonAccessService,
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
  async page(
    @CurrentPrincipal() who: Principal,
    @Query({ schema: PeopleQuery }) query: PeopleQuery,
  ): Promise<z.infer<typeof People>> {
    return { page: query.page, limit: query.limit, ...(await this.people.page(who, query)) };
  }

  @Post('people/:id/deactivate')
  @Permission('people.edit')
  @HttpCode(200)
  @SerializeOptions({ schema: PersonAccess })
  deactivate(@CurrentPrincipal() who: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<PersonAccess> {
    return this.access.deactivate(who, id);
  }

  @Post('people/:id/activate')
  @Permission('people.edit')
  @HttpCode(200)
  @SerializeOptions({ schema: PersonAccess })
  activate(@CurrentPrincipal() who: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<PersonAccess> {
    return this.access.activate(who, id);
  }

  @Post('people/:id/end-sessions')
  @Permission('people.edit')
  @HttpCode(200)
  @SerializeOptions({ schema: PersonAccess })
  endSessions(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
  ): Promise<PersonAccess> {
    return this.access.endSessions(who, id);
  }
}
