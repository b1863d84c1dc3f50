package bakeoff.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the build's version, from the jar. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"bakeoff " + (version == null ? "(not packaged)" : version)};
  }
}
