# Sourced by scripts that test on other systems: Debian trees, made by
# debootstrap, in which a test runs as on a bare machine.
#
# Packages come from the mirror that this machine's own apt uses.  A base tree
# is kept in build/trees until "make clean"; each test gets a copy of its own,
# removed afterwards.  Mounts live in a namespace that ends with the command.

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ "$(id -u)" = 0 ] || die "this makes Debian trees with debootstrap and chroot: run it as root"

# The mirror of a label (Debian, Debian-Security) that apt here is set up with.
debian_mirror() {
  apt-get indextargets --format '$(ORIGIN) $(LABEL) $(REPO_URI)' 'Created-By: Packages' |
    sed -n "s/^Debian $1 //p" | head -n 1
}

# Make a base tree of a suite, if there is none: make_base SUITE.
make_base() {
  local suite=$1 base=$top/build/trees/$1.base mirror script
  [ ! -d "$base" ] || return 0
  mirror=$(debian_mirror Debian)
  [ -n "$mirror" ] || die "apt on this machine knows no Debian mirror"
  script=/usr/share/debootstrap/scripts/$suite
  [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
  mkdir -p "$top/build/trees"
  rm -rf "$base.new"
  quietly "debootstrap.$suite" debootstrap --variant=minbase "$suite" "$base.new" "$mirror" "$script" ||
    return 1
  # no service is started; a mirror may lag behind the date in its signed index
  printf '#!/bin/sh\nexit 101\n' >"$base.new/usr/sbin/policy-rc.d"
  chmod +x "$base.new/usr/sbin/policy-rc.d"
  printf 'Acquire::Check-Valid-Until "false";\nAcquire::Languages "none";\n' \
    >"$base.new/etc/apt/apt.conf.d/90tribuna"
  # security updates, where the suite has them
  echo "deb $(debian_mirror Debian-Security) $suite-security main" >"$base.new/etc/apt/sources.list.d/security.list"
  quietly "security.$suite" chroot "$base.new" apt-get update -q --error-on=any 2>/dev/null ||
    rm "$base.new/etc/apt/sources.list.d/security.list"
  mv "$base.new" "$base"
}

# Start from a fresh copy of the base: tree_start SUITE NAME sets $tree.
tree_start() {
  install_missing debootstrap || die "debootstrap cannot be installed"
  make_base "$1" || die "no tree of Debian $1 could be made"
  tree=$top/build/trees/$2
  rm -rf "$tree"
  cp -a "$top/build/trees/$1.base" "$tree"
}

tree_stop() { [ -z "${tree:-}" ] || rm -rf "$tree"; }

# Run a command in the tree as root: in_tree COMMAND ...
in_tree() {
  unshare --mount sh -c '
    tree=$1; shift
    mount -t proc proc "$tree/proc" &&
    mount -t tmpfs tmpfs "$tree/dev/shm" &&
    mount -t devpts devpts "$tree/dev/pts" || exit 1
    exec chroot "$tree" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
      DEBIAN_FRONTEND=noninteractive "$@"' sh "$tree" "$@" </dev/null
}

# The same as another user, by a line for its shell: in_tree_as USER LINE.
in_tree_as() {
  in_tree runuser -l "$1" -c "$2"
}

# Install packages in the tree.
tree_install() {
  in_tree sh -c 'apt-get update -q && apt-get install -y -q --no-install-recommends "$@"' sh "$@"
}

# Copy the sources, as they are here but without what was built, to a folder
# of the tree that belongs to a user: tree_sources USER FOLDER.
tree_sources() {
  mkdir -p "$tree$2"
  tar -C "$top" -c --exclude=./build --exclude=./.git --exclude=./tribuna.so --exclude=./results . |
    tar -C "$tree$2" -xm
  in_tree chown -R "$1:" "$2"
}
