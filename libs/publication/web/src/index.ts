export { publicationRoutes } from './pages/publication.routes';
