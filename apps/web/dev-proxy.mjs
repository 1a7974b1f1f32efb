// In `npm run dev` everything but the app itself comes from the API, so that both have one origin.
export default {
  '^/(?!app(/|$))': { target: `http://127.0.0.1:${process.env.MALSPAR_API_PORT}`, changeOrigin: false },
};
