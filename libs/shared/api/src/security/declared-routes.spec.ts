import { Controller, Get, Module, Post } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { DeclaredRoutes } from './declared-routes.js';
import { Permission } from './permission.decorator.js';

@Controller('reports')
class Declared {
  @Get(':id')
  @Permission('report.read')
  one(): string {
    return '';
  }

  @Post(':id/transitions')
  @Permission('report.transition')
  act(): string {
    return '';
  }
}

@Controller('forgotten')
class Forgotten {
  @Get()
  all(): string {
    return '';
  }
}

const start = async (controllers: (new () => unknown)[]) => {
  @Module({ imports: [DiscoveryModule], controllers, providers: [DeclaredRoutes] })
  class App {}
  const app = await NestFactory.create(App, { logger: false, abortOnError: false });
  return app.init();
};

describe('routes', () => {
  it('are known with what they demand', async () => {
    const app = await start([Declared]);
    expect(app.get(DeclaredRoutes).all()).toEqual([
      { method: 'GET', path: 'reports/:id', permission: 'report.read' },
      { method: 'POST', path: 'reports/:id/transitions', permission: 'report.transition' },
    ]);
    await app.close();
  });

  it('keep the app from starting when one demands nothing', async () => {
    await expect(start([Declared, Forgotten])).rejects.toThrow('Forgotten.all declares no permission');
  });
});
