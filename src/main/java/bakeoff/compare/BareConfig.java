package bakeoff.compare;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

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

    /** Says how fine the disk's clock is, which JGit would otherwise write files to measure. */
    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      boolean clock = section.equals("filesystem") && name.equals("timestampResolution");
      return clock ? "1 second" : super.getString(section, subsection, name);
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
