import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { unpatch } from '../../scripts/host/static';

const roaming = 'userRoamingDataHome(){return J($a.file(this.userDataPath).with({scheme:';

describe('the serverless workbench', () => {
  it('takes back what code-server changed', () => {
    assert.equal(
      unpatch(`{a:1,remoteAuthority:location.host};get ${roaming}V.vscodeRemote}),"User")}`),
      `{a:1};get ${roaming}"vscode-userdata"}),"User")}`,
    );
  });

  it('says which change it does not find', () => {
    assert.throws(() => unpatch(`get ${roaming}V.vscodeRemote}),"User")}`), /remoteAuthority.*not found/);
    assert.throws(() => unpatch('{a:1,remoteAuthority:location.host}'), /userRoamingDataHome.*not found/);
  });
});
