// Loaded before the API: when the process that started it is gone, the API gets the same signal as at an ordinary stop.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
