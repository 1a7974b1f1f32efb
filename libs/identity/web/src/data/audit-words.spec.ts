import en from '../i18n/en.json';
import sv from '../i18n/sv.json';
import { auditKinds, auditSubjects, kindText, subjectText } from './audit-words';

const textAt = (texts: unknown, key: string): unknown =>
  key.split('.').reduce((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts);

describe('the words of the log', () => {
  it.each([
    ['sv', sv],
    ['en', en],
  ])('are all there in %s', (_, texts) => {
    const keys = [...auditKinds.map(kindText), ...auditSubjects.map(subjectText)];
    const missing = keys.filter((key) => typeof textAt({ identity: texts }, key ?? '') !== 'string');
    expect(missing).toEqual([]);
  });

  it('leave what they do not know to be shown by its code', () => {
    expect(kindText('survey.open')).toBeNull();
    expect(subjectText('survey')).toBeNull();
  });
});
