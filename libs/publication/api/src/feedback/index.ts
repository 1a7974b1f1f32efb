export { DemoFeedback } from './demo-feedback.js';
export { feedbackHandler, type FeedbackSetup } from './feedback-handler.js';
export { FeedbackModule } from './feedback.module.js';
export { FeedbackService } from './feedback.service.js';
