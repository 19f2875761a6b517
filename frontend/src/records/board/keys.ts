/** Keys of the fields that the board and the stage path know by name. Everything else on
 * these screens comes from the declarations. */
export const BOARD_TYPE = 'opportunity';

export const field = {
  account: 'account',
  amount: 'amount',
  expectedClose: 'expected_close',
  closedDate: 'closed_date',
  lostReason: 'lost_reason',
  nextStep: 'next_step',
  nextStepDate: 'next_step_date',
  owner: 'owner',
  pipeline: 'pipeline',
  stage: 'stage',
} as const;
