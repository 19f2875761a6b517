/**
 * What is wrong with how a page is laid out: it scrolls sideways, or a control is cut off
 * where nothing scrolls. Runs in the page.
 */
export function layoutFaults() {
  const faults = [];
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) faults.push(`the page scrolls sideways by ${wide} px`);
  const controls =
    'button, a[href], input:not([type=hidden]), textarea, [role=menuitem], [role=tab]';
  for (const element of document.querySelectorAll(controls)) {
    const box = element.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || !element.checkVisibility({ opacityProperty: true }))
      continue;
    const fault = cutBy(element, box) ?? shortWords(element);
    if (fault) faults.push(`${describe(element)} ${fault}`);
  }
  return faults;

  /** The nearest box that cuts the element off without a way to scroll to it. */
  function cutBy(element, box) {
    for (let up = element.parentElement; up; up = up.parentElement) {
      const style = getComputedStyle(up);
      if (style.position === 'fixed' && up !== element.parentElement) break;
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
      if (scrolls) return null;
      if (!/hidden|clip/.test(style.overflowX)) continue;
      const frame = up.getBoundingClientRect();
      if (frame.width < 2) return null;
      const right = Math.round(box.right - frame.right);
      const bottom = Math.round(box.bottom - frame.bottom);
      if (right > 1 && getComputedStyle(element).textOverflow !== 'ellipsis')
        return `is cut off by ${right} px`;
      if (bottom > 1 && /hidden|clip/.test(style.overflowY))
        return `is cut off by ${bottom} px below`;
    }
    if (box.right > window.innerWidth + 1) return 'lies beyond the window';
    if (box.bottom > window.innerHeight + 1) return 'lies below the window';
    return null;
  }

  /** A label that is longer than its button and does not end in an ellipsis. */
  function shortWords(element) {
    if (element.matches('input, textarea') || element.closest('.ag-root, .sr')) return null;
    const over = element.scrollWidth - element.clientWidth;
    const hides = /hidden|clip/.test(getComputedStyle(element).overflowX);
    const ends = [element, ...element.querySelectorAll('*')].some(
      (e) => getComputedStyle(e).textOverflow === 'ellipsis',
    );
    return over > 1 && hides && !ends ? `has words that are ${over} px too long` : null;
  }

  function describe(element) {
    const words = element.getAttribute('aria-label') || element.textContent || element.tagName;
    return `“${words.trim().slice(0, 60)}”`;
  }
}
