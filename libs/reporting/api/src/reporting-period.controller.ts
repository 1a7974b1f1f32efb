import { ReportingPeriod } from '@malspar/reporting-model';
import { PeriodCode, PlainDate, type Principal, requiredText } from '@malspar/shared-model';
import { CurrentPrincipal, Permission } from '@malspar/shared-api';
import { Body, Controller, Get, HttpCode, Param, Post, SerializeOptions } from '@nestjs/common';
import * as z from 'zod';
import { ReportingPeriods } from './reporting-periods.js';

/** A period to open. */
const PeriodInput = z
  .strictObject({ code: PeriodCode, opensOn: PlainDate, dueOn: PlainDate })
  .refine((period) => period.dueOn >= period.opensOn, { error: 'ends-before-start', path: ['dueOn'] });

/** Why a period is closed although reports are missing; not needed when none is. */
const CloseRequest = z.strictObject({ reason: requiredText(2000).optional() }).default({});

@Controller('periods')
export class ReportingPeriodController {
  constructor(private readonly periods: ReportingPeriods) {}

  @Get()
  @Permission('period.read')
  @SerializeOptions({ schema: ReportingPeriod })
  list(): Promise<ReportingPeriod[]> {
    return this.periods.list();
  }

  @Post()
  @Permission('period.open')
  @SerializeOptions({ schema: ReportingPeriod })
  open(
    @CurrentPrincipal() who: Principal,
    @Body({ schema: PeriodInput }) period: z.infer<typeof PeriodInput>,
  ): Promise<ReportingPeriod> {
    return this.periods.add(who, period);
  }

  @Post(':code/close')
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
