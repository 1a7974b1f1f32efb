import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the database that a test can shut, or let fall silent: an address that stays while what is behind it goes. */
export class Doorway {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private state: 'open' | 'shut' | 'silent' = 'open';
  private readonly server = createServer((outside) => this.enter(outside));

  private constructor(private readonly behind: number) {}

  static async to(url: string): Promise<Doorway> {
    const doorway = new Doorway(Number(new URL(url).port));
    await new Promise<void>((resolve) => doorway.server.listen(0, '127.0.0.1', resolve));
    return doorway;
  }

  /** The address with this doorway's port in it. */
  through(url: string): string {
    const address = new URL(url);
    address.port = String((this.server.address() as AddressInfo).port);
    return address.href;
  }

  /** Lets everybody through again; connections from before are gone. */
  open(): void {
    this.state = 'open';
    this.cut();
  }

  /** Nobody comes in; whoever is in is thrown out. */
  shut(): void {
    this.state = 'shut';
    this.cut();
  }

  /** Nothing is refused and nothing is answered, as when a cable is pulled out. */
  fallSilent(): void {
    this.state = 'silent';
    for (const [outside, inside] of this.pairs) {
      outside.unpipe(inside);
      inside.unpipe(outside);
    }
  }

  async close(): Promise<void> {
    this.shut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private cut(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
    this.pairs.clear();
  }

  private enter(outside: Socket): void {
    outside.on('error', () => undefined);
    if (this.state === 'shut') {
      outside.destroy();
      return;
    }
    const inside = connect(this.behind, '127.0.0.1');
    const pair = [outside, inside] as const;
    this.pairs.add(pair);
    const leave = (): void => {
      this.pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.on('error', leave).on('close', leave);
    if (this.state === 'silent') return;
    outside.pipe(inside);
    inside.pipe(outside);
  }
}
