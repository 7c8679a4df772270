let wanted: string | undefined;

/** The versions open next with the difference to what stands at an address. */
export const lookAt = (address: string): void => {
  wanted = address;
};

/** The address that is to be looked at, once. */
export const takeWanted = (): string | undefined => {
  const address = wanted;
  wanted = undefined;
  return address;
};
