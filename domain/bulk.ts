/** Unit: people. What concerns more of them at once is asked about in a dialog that no page can press. */
export const fewPeople = 50

/** Unit: people. More than these are named by the filter that shows them. */
export const mostChosenIds = 200
