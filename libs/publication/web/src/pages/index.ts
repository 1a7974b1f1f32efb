export { publicationRoutes } from './publication.routes';
