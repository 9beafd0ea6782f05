/** Loaded before the bot: fails on SIGUSR2, as a defect of a library would. `FAIL_WITH`: the words of the error. */
process.on('SIGUSR2', () => {
  const error = new Error(process.env['FAIL_WITH']);
  if (process.env['FAIL_HOW'] === 'throw') throw error;
  void Promise.reject(error);
});
