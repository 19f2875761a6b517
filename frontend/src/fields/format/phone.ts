/**
 * A telephone number in groups. Eleven digits of a Chinese mobile are split 3-4-4 as
 * people dictate them; whatever else is kept as it was written.
 */
export function formatPhone(phone: string): string {
  const mobile = /^(?:\+?86)?(1[3-9]\d)(\d{4})(\d{4})$/.exec(phone.replace(/[\s-]/g, ''));
  return mobile ? `${mobile[1]} ${mobile[2]} ${mobile[3]}` : phone;
}

/** A web address without what every one has. */
export function formatUrl(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}
