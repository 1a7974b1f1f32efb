import { ListedPerson, PeopleQuery, PersonAccess } from '@malspar/identity-model';
import { CurrentPrincipal, Permission } from '@malspar/shared-api';
import { Me, pageOf, type Principal } from '@malspar/shared-model';
import { Controller, Get, HttpCode, Param, Post, Query, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
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
  @ApiOperation({
    summary: 'Tell who is signed in',
    description: 'Name, roles, assignments in force and permissions, by which the pages show what can be used.',
  })
  @Permission('me.read')
  @SerializeOptions({ schema: Me })
  me(@CurrentPrincipal() who: Principal): Promise<Me> {
    return this.meService.me(who);
  }

  @Get('people')
  @ApiOperation({
    summary: 'List people',
    description:
      'Everybody who has signed in or was entered beforehand, by name; `q` finds by words in name and e-mail.',
  })
  @Permission('people.read')
  @SerializeOptions({ schema: People })
  async page(
    @CurrentPrincipal() who: Principal,
    @Query({ schema: PeopleQuery }) query: PeopleQuery,
  ): Promise<z.infer<typeof People>> {
    return { page: query.page, limit: query.limit, ...(await this.people.page(who, query)) };
  }

  @Post('people/:id/deactivate')
  @ApiOperation({
    summary: 'Shut somebody out',
    description:
      'Ends their sessions and refuses new ones. Nobody shuts out themself, and the last administrator stays. Says what they still answer for.',
  })
  @Permission('people.edit')
  @HttpCode(200)
  @SerializeOptions({ schema: PersonAccess })
  deactivate(@CurrentPrincipal() who: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<PersonAccess> {
    return this.access.deactivate(who, id);
  }

  @Post('people/:id/activate')
  @ApiOperation({
    summary: 'Let somebody in again',
    description:
      'They may sign in again, with the roles that the identity provider gives them. Assignments that have ended stay ended.',
  })
  @Permission('people.edit')
  @HttpCode(200)
  @SerializeOptions({ schema: PersonAccess })
  activate(@CurrentPrincipal() who: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<PersonAccess> {
    return this.access.activate(who, id);
  }

  @Post('people/:id/end-sessions')
  @ApiOperation({
    summary: 'Sign somebody out everywhere',
    description: 'Ends every session of the person, who may sign in again at once.',
  })
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
