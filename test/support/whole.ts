// Imported before the tests that are to run whole: each says itself what of it `npm test` leaves for `npm run test:long`.
process.env.WHOLE = 'yes';
