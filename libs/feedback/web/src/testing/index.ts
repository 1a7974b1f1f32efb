export { pageName } from '../data/page-name';
export { default as swedish } from '../i18n/sv.json';
