import type { WorkflowWords } from '@malspar/shared-model';
import type { ReportTerms } from './workflow.js';

/** What the drawing of the report's workflow calls everything, in Swedish. */
export const workflowWords: WorkflowWords<ReportTerms> = {
  title: 'Rapportens arbetsflöde',
  source: 'Ritad ur tabellen i `libs/reporting/model/src/workflow.ts`.',
  headings: ['Steg', 'Från', 'Till', 'Vem', 'Kräver', 'Gör'],
  states: {
    draft: 'Utkast',
    submitted: 'Inskickad',
    returned: 'Återsänd',
    endorsed: 'Tillstyrkt',
    approved: 'Godkänd',
    published: 'Publicerad',
  },
  transitions: {
    submit: 'Skicka in',
    withdraw: 'Återta',
    endorse: 'Tillstyrk',
    return: 'Återsänd',
    approve: 'Godkänn',
    reopen: 'Öppna igen',
    publish: 'Publicera',
    correct: 'Rätta',
    'cancel-correction': 'Ångra rättelsen',
  },
  relations: { owner: 'målområdesansvarig', manager: 'verksamhetschef', coordinator: 'miljösamordnare' },
  demands: {
    period: 'perioden tar emot rapporter',
    checks: 'inga öppna kontroller',
    change: 'en rättelse ändrar något',
    revisionHash: 'anger versionens kontrollsumma',
    reason: 'skäl',
    notWriter: 'ingen som har skrivit eller skickat in',
    notEndorser: 'inte den som tillstyrkte',
    correction: 'bara under en rättelse',
    publication: 'endast som del av en publicering',
  },
  effects: {
    freezes: 'fryser versionen',
    endorses: 'antecknar vem som tillstyrkte',
    keepsEndorser: 'behåller vem som tillstyrkte',
    restores: 'lägger tillbaka den publicerade versionen',
    endsRound: 'vilka som har skrivit räknas på nytt',
    takesComments: 'kommentarer kan följa med',
    asksForReply: 'kommentarerna väntar på svar',
    publishes: 'versionen är den publicerade; tidigare lydelser tas bort',
  },
};
