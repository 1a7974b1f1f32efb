import type { FileCursor } from './file-cursor.js';
import type { PlanFileFault } from './plan-file-faults.js';
import { inherit, type InheritedOrigin, type OwnOrigin, rootOrigin } from './provenance-inheritance.js';

const provenanceAt = ({ text }: FileCursor): OwnOrigin['provenance'] =>
  text === 'verified' || text === 'illustrative' ? text : undefined;

/** Follows the inheritance down the file and notes each place that claims to be verified without a source. */
class OriginWalk {
  readonly faults: PlanFileFault[] = [];

  step(at: FileCursor, parent: InheritedOrigin): InheritedOrigin {
    return this.note(at, { provenance: provenanceAt(at.at('provenance')), source: at.at('source').text }, parent);
  }

  /** An origin given for one field of `at`, as in `baselineProvenance`. */
  field(at: FileCursor, name: string, parent: InheritedOrigin): void {
    const own = { provenance: provenanceAt(at.at(`${name}Provenance`)), source: at.at(`${name}Source`).text };
    this.note(at.at(`${name}Provenance`), own, parent);
  }

  private note(place: FileCursor, own: OwnOrigin, parent: InheritedOrigin): InheritedOrigin {
    const origin = inherit(own, parent);
    // Told once, where it is said and not at all that inherits it.
    if (own.provenance === 'verified' && origin.source === null) {
      this.faults.push({ path: place.path, code: 'source-missing' });
    }
    return origin;
  }
}

/** Whether everything has a provenance, and everything verified a source. */
export function originFaults(file: FileCursor): PlanFileFault[] {
  const plan = file.at('plan');
  const own: OwnOrigin = { provenance: provenanceAt(plan.at('provenance')), source: plan.at('source').text };
  const root = rootOrigin(own);
  const walk = new OriginWalk();
  const listed = ['overarchingGoals', 'drivers', 'departments', 'climateGoals'].flatMap((name) => file.items(name));
  const verdicts = [...file.at('verdicts').items('scale'), ...file.at('verdicts').items('known')];
  for (const item of [...plan.items('amendments'), ...listed, ...verdicts]) walk.step(item, root);
  for (const area of file.items('focusAreas')) {
    const ofArea = walk.step(area, root);
    walk.step(area.at('longTermAim'), ofArea);
    for (const target of area.items('targets')) {
      const indicator = target.at('indicator');
      const ofIndicator = walk.step(indicator, walk.step(target, ofArea));
      walk.field(indicator, 'baseline', ofIndicator);
      walk.field(indicator, 'target', ofIndicator);
      for (const point of indicator.items('series')) walk.step(point, ofIndicator);
    }
  }
  if (own.provenance === 'verified' && own.source === undefined) {
    walk.faults.push({ path: plan.path, code: 'source-missing' });
  }
  if (own.provenance === undefined && !plan.at('provenance').exists) {
    walk.faults.push({ path: `${plan.path}/provenance`, code: 'provenance-missing' });
  }
  return walk.faults;
}
