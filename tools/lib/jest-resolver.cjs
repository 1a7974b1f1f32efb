// Sources name their neighbours as they are named when built (`./area.js`); when run from source that is `./area.ts`.
module.exports = (request, options) => {
  const isOwnSource = /^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('node_modules');
  if (isOwnSource) {
    try {
      return options.defaultResolver(request.replace(/\.js$/, '.ts'), options);
    } catch {
      // A plain JavaScript neighbour.
    }
  }
  return options.defaultResolver(request, options);
};
