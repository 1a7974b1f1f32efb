import { FileChecksums } from '@malspar/print-api';
import { readChecksum, recognise, type Verification } from '@malspar/publication-model';
import { networkOf } from '@malspar/shared-api';
import { knownVersions, type PublicPage, publicationKey, type VerifyAsked } from '@malspar/site-model';
import type { RequestHandler } from 'express';
import { Allowance, type AllowanceLimits } from './allowance.js';
import { HeldBytes } from './held-bytes.js';
import { around, type Asked, type LiveResponse, livePage } from './live-page.js';
import type { PublicSiteService } from './public-site.service.js';
import { readUpload } from './read-upload.js';

const LIMITS = { sums: { perMinute: 60, bySecond: 20 }, files: { perMinute: 30, bySecond: 10 } } as const;
/** Only what could be a publication's JSON is kept at all while it comes; so many bytes of it. */
const ROOM = { all: 128_000_000, network: 32_000_000 } as const;
const LONGEST_NAME = 120;

type Fault = NonNullable<VerifyAsked['fault']>;
const STATUS: Readonly<Record<Fault, number>> = {
  'no-file': 400,
  'no-checksum': 400,
  unreadable: 400,
  'too-large': 413,
};

/**
 * Answers whether a file (POST) or a checksum (GET) is what was published, from what is in memory: with the database
 * stopped too. The file is compared and forgotten.
 */
export function verifyHandlers(
  service: PublicSiteService,
  limits: { readonly sums: AllowanceLimits; readonly files: AllowanceLimits } = LIMITS,
): RequestHandler[] {
  const room = new HeldBytes(ROOM.network, ROOM.all);

  const sum = ({ site, query }: Asked): Promise<LiveResponse> => {
    const text = (query.get('sha256') ?? '').slice(0, 200);
    const sha256 = readChecksum(text);
    if (sha256 === null) return Promise.resolve(failed({ site, given: { checksum: text } }, 'no-checksum'));
    const verification = recognise(knownVersions(site), { bytes: sha256, content: null });
    return Promise.resolve(recognised({ site, given: { checksum: sha256 } }, verification));
  };

  const file = async ({ site, request, response }: Asked): Promise<LiveResponse | null> => {
    const published = knownVersions(site);
    const sums = new FileChecksums(published);
    const place = room.place(networkOf(request.ip));
    try {
      const upload = await readUpload(request, 'file', (piece) => {
        sums.add(piece);
        return place.hold(sums.held);
      });
      if (upload.outcome === 'cut') return null;
      if (!request.complete) response.set('Connection', 'close');
      if (upload.outcome === 'no-room') {
        return { page: { kind: 'too-many', place: { at: 'verify' }, ...around(site) }, status: 429 };
      }
      if (upload.outcome !== 'file') return failed({ site, given: { file: '' } }, upload.outcome);
      const verification = recognise(published, sums.end());
      return recognised({ site, given: { file: shownName(upload.name) } }, verification);
    } finally {
      place.free();
    }
  };

  return [
    livePage(service, {
      at: 'verify',
      method: 'GET',
      names: ['sha256'],
      allowance: new Allowance(limits.sums),
      respond: sum,
    }),
    livePage(service, { at: 'verify', method: 'POST', allowance: new Allowance(limits.files), respond: file }),
  ];
}

type Given = Pick<Asked, 'site'> & { readonly given: VerifyAsked['given'] };

function pageOf({ site, given }: Given, rest: Omit<VerifyAsked, 'given'>): PublicPage {
  const place =
    'checksum' in given && rest.verification
      ? ({ at: 'verified', sha256: given.checksum } as const)
      : ({ at: 'verify' } as const);
  return { kind: 'verify', place, asked: { given, ...rest }, ...around(site) };
}

function recognised(given: Given, verification: Verification): LiveResponse {
  return { page: pageOf(given, { verification, ...whatIs(given, verification), fault: null }), status: 200 };
}

/** The title of what a file is, and the first part of its address. */
function whatIs({ site }: Given, verification: Verification): Pick<VerifyAsked, 'title' | 'root'> {
  if (verification.outcome === 'unknown') return NOTHING;
  const { publication, version } = verification;
  const found = site.listed
    .flatMap(({ versions }) => versions)
    .find((each) => publicationKey(each) === publication && each.version === version);
  return found ? { title: found.title, root: found.root } : NOTHING;
}

const NOTHING = { title: null, root: null };

const failed = (given: Given, fault: Fault): LiveResponse => ({
  page: pageOf(given, { verification: null, ...NOTHING, fault }),
  status: STATUS[fault],
});

/** A file's name as its owner wrote it, without what cannot be seen or turns words around. */
const shownName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, LONGEST_NAME) || '–';
