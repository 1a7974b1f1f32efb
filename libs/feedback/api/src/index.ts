export { feedbackHandler } from './feedback-handler.js';
export { FeedbackModule } from './feedback.module.js';
export { FeedbackRepository } from './feedback.repository.js';
export { FeedbackService } from './feedback.service.js';
