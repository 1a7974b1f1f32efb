import { NextPeriods, PeriodDoubt, REASON_MAX, ReportingPeriod } from '@malspar/reporting-model';
import { PeriodCode, PlainDate, type Principal, requiredText } from '@malspar/shared-model';
import { CurrentPrincipal, etagOf, IdempotencyKey, IfMatch, Permission } from '@malspar/shared-api';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Res, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type { Response } from 'express';
import * as z from 'zod';
import { ReportingPeriods } from './reporting-periods.js';

/** The doubts that whoever sends the request has been asked about and has confirmed. */
const confirmed = z.array(PeriodDoubt).max(PeriodDoubt.options.length).default([]);

/** A period to open. */
const PeriodInput = z
  .strictObject({
    code: PeriodCode,
    opensOn: PlainDate,
    dueOn: PlainDate,
    reason: requiredText(REASON_MAX).optional(),
    confirmed,
  })
  .refine((period) => period.dueOn >= period.opensOn, { error: 'ends-before-start', path: ['dueOn'] });

/** Why a period is closed although reports are missing; not needed when none is. */
const CloseRequest = z.strictObject({ reason: requiredText(REASON_MAX).optional() }).default({});

const ReopenRequest = z.strictObject({ reason: requiredText(REASON_MAX) });
const DueDateMove = z.strictObject({ dueOn: PlainDate, reason: requiredText(REASON_MAX), confirmed });

@Controller('periods')
export class ReportingPeriodController {
  constructor(private readonly periods: ReportingPeriods) {}

  @Get()
  @ApiOperation({
    summary: 'List the reporting periods',
    description: 'With when each is due, whether it is open, and what has been done with it.',
  })
  @Permission('period.read')
  @SerializeOptions({ schema: ReportingPeriod })
  list(): Promise<ReportingPeriod[]> {
    return this.periods.list();
  }

  @Get('next')
  @ApiOperation({
    summary: 'Tell which period can be opened next',
    description:
      'With the days that it would be given, and the earlier ones that have never been opened; null where the plan has no more.',
  })
  @Permission('period.open')
  @SerializeOptions({ schema: NextPeriods })
  next(): Promise<NextPeriods> {
    return this.periods.next();
  }

  @Post()
  @ApiOperation({
    summary: 'Open a reporting period',
    description: 'So that its reports can be written. Once for each `Idempotency-Key`.',
  })
  @Permission('period.open')
  @SerializeOptions({ schema: ReportingPeriod })
  open(
    @CurrentPrincipal() who: Principal,
    @IdempotencyKey() key: string,
    @Body({ schema: PeriodInput }) period: z.infer<typeof PeriodInput>,
  ): Promise<ReportingPeriod> {
    return this.periods.add(who, key, period);
  }

  @Put(':code/due-date')
  @ApiOperation({
    summary: 'Move the due date of a period',
    description: 'With the version that was read in `If-Match`; 412 carries what stands there now.',
  })
  @Permission('period.move-due-date')
  @SerializeOptions({ schema: ReportingPeriod })
  async moveDueDate(
    @CurrentPrincipal() who: Principal,
    @Param('code', { schema: PeriodCode }) code: string,
    @IfMatch() version: number,
    @Body({ schema: DueDateMove }) move: z.infer<typeof DueDateMove>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReportingPeriod> {
    const period = await this.periods.moveDueDate(who, code, version, move);
    response.set('ETag', etagOf(period.version));
    return period;
  }

  @Post(':code/reopen')
  @ApiOperation({
    summary: 'Open a closed period again',
    description: 'What was closed by mistake, with a trace in the log. Once for each `Idempotency-Key`.',
  })
  @HttpCode(200)
  @Permission('period.reopen')
  @SerializeOptions({ schema: ReportingPeriod })
  reopen(
    @CurrentPrincipal() who: Principal,
    @Param('code', { schema: PeriodCode }) code: string,
    @IdempotencyKey() key: string,
    @Body({ schema: ReopenRequest }) { reason }: z.infer<typeof ReopenRequest>,
  ): Promise<ReportingPeriod> {
    return this.periods.reopen(who, code, key, reason);
  }

  @Post(':code/close')
  @ApiOperation({
    summary: 'Close a period',
    description: 'What is missing then stays missing, unless it is opened again. Once for each `Idempotency-Key`.',
  })
  @HttpCode(200)
  @Permission('period.close')
  @SerializeOptions({ schema: ReportingPeriod })
  close(
    @CurrentPrincipal() who: Principal,
    @Param('code', { schema: PeriodCode }) code: string,
    @Body({ schema: CloseRequest }) { reason }: z.infer<typeof CloseRequest>,
  ): Promise<ReportingPeriod> {
    return this.periods.close(who, code, reason ?? null);
  }
}
