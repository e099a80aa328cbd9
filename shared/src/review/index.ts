export { changeableUntil, mayReview, mayTakeBack, reviewCounts } from './may-review.ts';
export { changeableDays, ratings, type Rating, type Review } from './review.ts';
export { averageOf, firstName, monthOf, type RatingsView } from './standing.ts';
