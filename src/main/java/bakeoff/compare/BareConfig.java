package bakeoff.compare;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * Git without the user's and the system's configuration: reading objects needs none of it, and JGit
 * would start {@code git} to find it.
 */
final class BareConfig extends SystemReader.Delegate {

  private BareConfig(SystemReader system) {
    super(system);
  }

  static synchronized void install() {
    if (!(SystemReader.getInstance() instanceof BareConfig)) {
      // Otherwise the first file looked at is preceded by a measurement of the disk's clock.
      FS.FileStoreAttributes.setBackground(true);
      SystemReader.setInstance(new BareConfig(SystemReader.getInstance()));
    }
  }

  @Override
  public FileBasedConfig openUserConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openSystemConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(Config parent, FS fs) {
    return new Empty(parent, fs);
  }

  private static final class Empty extends FileBasedConfig {

    Empty(Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public boolean isOutdated() {
      return false;
    }
  }
}
