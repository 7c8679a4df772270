/** Equal for emails that differ only in upper and lower case or in how an accent is encoded. */
export const emailKey = (email: string): string => email.normalize('NFC').toLowerCase();
