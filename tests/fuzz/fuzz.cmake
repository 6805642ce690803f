# One libFuzzer program per tests/fuzz/<name>_fuzz.cc, with the core instrumented for coverage and under
# the address and undefined-behaviour sanitizers. Needs clang.
if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "PIXII_FUZZ needs clang++")
endif()
set(pixii_fuzz_flags -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
                     -fno-omit-frame-pointer -g1)
foreach(layer base values wire expressions metering streams persistence storage partiql operations engine)
  get_target_property(type pixii_${layer} TYPE)
  if(type STREQUAL "STATIC_LIBRARY")
    target_compile_options(pixii_${layer} PRIVATE ${pixii_fuzz_flags})
  endif()
endforeach()
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cc)
foreach(source ${fuzz_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  # Core has no RTTI, these have: the vptr check would stumble over tables made without it.
  target_compile_options(${name} PRIVATE -Wall -Wextra -Werror ${pixii_fuzz_flags}
                                         -fno-sanitize=vptr)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer,address,undefined)
  target_link_libraries(${name} PRIVATE pixii_engine)
endforeach()
