/** The day on which the recorded facts were taken down: when what they tell came about is for claims to say. */
export const RECORDED_ON = '2026-06-15';
