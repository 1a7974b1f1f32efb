import { Assignment, AssignmentInput } from '@malspar/identity-model';
import { CurrentPrincipal, IfMatch, Permission } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import * as z from 'zod';
import { AssignmentService } from './assignment.service.js';

@Controller('assignments')
export class AssignmentController {
  constructor(private readonly assignments: AssignmentService) {}

  @Get()
  @Permission('assignments.edit')
  @SerializeOptions({ schema: Assignment })
  all(): Promise<Assignment[]> {
    return this.assignments.all();
  }

  @Post()
  @Permission('assignments.edit')
  @SerializeOptions({ schema: Assignment })
  create(
    @CurrentPrincipal() who: Principal,
    @Body({ schema: AssignmentInput }) input: AssignmentInput,
  ): Promise<Assignment> {
    return this.assignments.create(who, input);
  }

  @Put(':id')
  @Permission('assignments.edit')
  @SerializeOptions({ schema: Assignment })
  change(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: z.uuid() }) id: string,
    @IfMatch() version: number,
    @Body({ schema: AssignmentInput }) input: AssignmentInput,
  ): Promise<Assignment> {
    return this.assignments.change(who, id, version, input);
  }

  @Delete(':id')
  @Permission('assignments.edit')
  @HttpCode(204)
  remove(@CurrentPrincipal() who: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.assignments.remove(who, id);
  }
}
