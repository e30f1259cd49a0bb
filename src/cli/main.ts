process.stderr.write('according-to: nothing to do yet\n');
process.exitCode = 2;
