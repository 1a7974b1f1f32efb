// What knip is asked: for files and exports that nobody uses, and for those that specs alone use.

export const UNUSED = ['--config', 'tools/lint/knip.json', '--no-progress'];
export const UNUSED_IN_PRODUCTION = ['--production', '--config', 'tools/lint/knip-production.json', '--no-progress'];
