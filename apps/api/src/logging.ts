import type { Params } from 'nestjs-pino';
import type { Config } from './config.js';

interface Loggable {
  readonly id: unknown;
  readonly method: string;
  readonly url: string;
}

/** One JSON line per request, without cookies, bodies or what stands after a question mark. */
export function logging(config: Pick<Config, 'LOG_LEVEL'>): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      autoLogging: { ignore: (request) => /^\/(health|app)\//.test(request.url ?? '') },
      customLogLevel: (_request, response, error) =>
        error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'warn' : 'info',
      serializers: {
        req: ({ id, method, url }: Loggable) => ({ id, method, url: url.split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      },
      redact: ['req.headers', 'res.headers'],
    },
  };
}
