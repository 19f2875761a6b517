import { expect, test } from 'vitest';
import { cardText, nextStep, showSum, showTotal } from './show';
import { card, stage } from './testing';

const today = '2026-11-23';
const sum = (amount: string) => ({ amount, currency: 'CNY', count: 1, missing: 0 });

test('a column’s sum keeps three digits and its unit, a total says more', () => {
  expect(showSum(sum('4500000.00'), 'en')).toBe('¥4.5M');
  expect(showSum(sum('109840000.00'), 'en')).toBe('¥110M');
  expect(showSum(sum('2167000.00'), 'zh-CN')).toBe('¥217万');
  expect(showTotal(sum('2167000.00'), 'zh-CN')).toBe('¥216.7万');
  expect(showSum(sum('0.00'), 'zh-CN')).toBe('¥0');
});

test('an overdue next step says its date, a near one its day', () => {
  const step = (next_step_date: string) =>
    nextStep({ values: { next_step: 'call', next_step_date } }, 'en', today);
  expect(step('2026-11-20')).toEqual({ next: '20 Nov · call', due: 'over' });
  expect(step(today)).toEqual({ next: 'Today · call', due: 'today' });
  expect(step('2026-12-20')).toEqual({ next: '20 Dec · call', due: 'later' });
});

test('a card without a next step says nothing about one', () => {
  expect(cardText(card('a'), stage('new'), 'en', today).next).toBe('');
});

test('what has ended says when and why, and plans nothing', () => {
  const lost = card('a', {
    expected_close: '2026-12-05',
    closed_date: '2026-11-12',
    lost_reason: { id: 'r', type: 'lost_reason', title: 'Price' },
    next_step: 'call',
  });
  const text = cardText(lost, stage('lost', { meaning: 'lost' }), 'en', today);
  expect(text).toMatchObject({ close: '', closed: '12 Nov', reason: 'Price', next: '' });
});

test('a date next year has no year as long as there can be no doubt', () => {
  const close = (expected_close: string) =>
    cardText(card('a', { expected_close }), stage('new'), 'zh-CN', today).close;
  expect(close('2027-01-20')).toBe('01-20');
  expect(close('2027-12-20')).toBe('2027-12-20');
});
