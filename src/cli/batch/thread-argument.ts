/** The argument by which the program knows that it was started as a thread of `batch`. */
export const threadArgument = '--thread-of-batch';
