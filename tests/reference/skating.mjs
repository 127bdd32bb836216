// Component scores of 17 figure-skating competitions, 2016 to 2017, derived from BuzzFeed News,
// "2018-02-figure-skating-analysis" (CC BY 4.0), with judges and skaters replaced by codes.
// Leave-one-out deviations: METHODS.md section 4.

/** Mean deviation and number of scores of the own affiliation and of all others, to the digits printed. */
export const AFFILIATION = { same: { value: ".275", n: 6995 }, other: { value: "-.027", n: 70635 } };

/** What the set holds. */
export const SIZE = { scores: 77630, rounds: 17, providers: 319, evaluators: 214, indicators: 5 };
