import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { AzureSignInProvider } from './azure-sign-in-provider.js';
import { SessionController } from './session.controller.js';
import { PendingSignIns } from './pending-sign-ins.js';
import { SIGN_IN_CONFIG, type SignInConfig } from './sign-in-config.js';
import { SignInMiddleware } from './sign-in-middleware.js';
import { SignInProvider } from './sign-in-provider.js';
import { SignInRateLimit } from './sign-in-rate-limit.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { UsedStates } from './used-states.js';

/** Sign-in, sessions and sign-out. */
@Module({})
export class SignInModule {
  /** `imports` must bring the `PersonDirectory`. */
  static forRoot(config: SignInConfig, imports: ModuleMetadata['imports'] = []): DynamicModule {
    if (config.sessionSecrets.some((secret) => secret.length < 32)) {
      throw new Error('A session secret must have at least 32 characters.');
    }
    return {
      module: SignInModule,
      imports,
      controllers: [SignInController, SessionController],
      providers: [
        { provide: SIGN_IN_CONFIG, useValue: config },
        { provide: SignInProvider, useClass: AzureSignInProvider },
        PendingSignIns,
        SignInService,
        SignInMiddleware,
        SignInRateLimit,
        UsedStates,
      ],
      exports: [SignInProvider, SignInMiddleware],
    };
  }
}
