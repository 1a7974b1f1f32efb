export * from './acting-people/acting-people.js';
export { actingPeople, ActingPersonRow } from './acting-people/acting-people.repository.js';
export * from './assignment.service.js';
export * from './identity.module.js';
export * from './person-access.service.js';
export { PersonService } from './person.service.js';
export * from './sign-in/index.js';
