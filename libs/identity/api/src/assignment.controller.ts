import { Assignment, AssignmentInput } from '@malspar/identity-model';
import { CurrentPrincipal, IfMatch, Permission } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { AssignmentService } from './assignment.service.js';

@Controller('assignments')
export class AssignmentController {
  constructor(private readonly assignments: AssignmentService) {}

  @Get()
  @ApiOperation({
    summary: 'List the assignments',
    description: 'Who answers for which focus area or department, earlier and later ones too, by first day.',
  })
  @Permission('assignments.edit')
  @SerializeOptions({ schema: Assignment })
  all(): Promise<Assignment[]> {
    return this.assignments.all();
  }

  @Post()
  @ApiOperation({
    summary: 'Give somebody an assignment',
    description: 'Refused where the person already has one of the same kind for the same thing on any of the days.',
  })
  @Permission('assignments.edit')
  @SerializeOptions({ schema: Assignment })
  create(
    @CurrentPrincipal() who: Principal,
    @Body({ schema: AssignmentInput }) input: AssignmentInput,
  ): Promise<Assignment> {
    return this.assignments.create(who, input);
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Change an assignment',
    description: 'The whole of it, with the version that was read in `If-Match`; 412 carries what stands there now.',
  })
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
  @ApiOperation({
    summary: 'End an assignment',
    description: 'At once: one that has begun keeps its days up to yesterday, one that has not is taken away.',
  })
  @Permission('assignments.edit')
  @HttpCode(204)
  remove(@CurrentPrincipal() who: Principal, @Param('id', { schema: z.uuid() }) id: string): Promise<void> {
    return this.assignments.remove(who, id);
  }
}
