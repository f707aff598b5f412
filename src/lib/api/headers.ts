/** Headers that every call of the BFF bears: none in a page of our own, the holding page's origin in a frame. */
let common: Readonly<Record<string, string>> = {};

export const commonHeaders = (): Readonly<Record<string, string>> => common;

export const setCommonHeaders = (headers: Readonly<Record<string, string>>): void => {
  common = headers;
};
