import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A way to the database that a test can shut, or let fall silent: an address that stays while what is behind it goes. */
export class Doorway {
  /** How many pieces have come from outside: mostly one for each question to the database. */
  asked = 0;
  private moment: {
    readonly piece: number;
    readonly kept: 'question' | 'answer';
    readonly reached: () => void;
  } | null = null;
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
    this.moment = null;
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
      outside.unpipe();
      inside.unpipe();
    }
  }

  /**
   * Settles when the nth piece from now has come and either it or the response to it is kept: from then on nothing goes
   * in or out until the doorway is opened again.
   */
  holdAt(n: number, kept: 'question' | 'answer'): Promise<void> {
    return new Promise((reached) => {
      this.moment = { piece: this.asked + n, kept, reached };
    });
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
    outside.pipe(this.passage('question')).pipe(inside);
    inside.pipe(this.passage('answer')).pipe(outside);
  }

  private passage(what: 'question' | 'answer'): Transform {
    return new Transform({
      transform: (piece: Buffer, _encoding, pass) => {
        if (what === 'question') this.asked++;
        if (!this.moment || this.asked < this.moment.piece || (what === 'question' && this.lastOneIn())) {
          pass(null, piece);
        } else {
          this.moment.reached();
        }
      },
    });
  }

  /** Whether the piece that has just come goes in, and only its response is kept. */
  private lastOneIn(): boolean {
    return this.moment?.kept === 'answer' && this.asked === this.moment.piece;
  }
}
