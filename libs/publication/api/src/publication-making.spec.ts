import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { PublicationMaking } from './publication-making.js';

class WithoutCompiler extends PublicationMaking {
  override canPrint(): boolean {
    return false;
  }
}

describe('making versions', () => {
  it('warns at the start when there will be no PDFs, and only then', () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    new PublicationMaking().onApplicationBootstrap();
    expect(warn).not.toHaveBeenCalled();
    new WithoutCompiler().onApplicationBootstrap();
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });
});
